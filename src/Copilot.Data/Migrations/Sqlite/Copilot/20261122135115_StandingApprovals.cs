using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Copilot.Data.Migrations.Sqlite.Copilot
{
    /// <inheritdoc />
    internal sealed partial class StandingApprovals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Standing",
                table: "Proposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Page",
                table: "Presentations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Pages",
                table: "Presentations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "Standing",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GrantKey = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Template = table.Column<string>(type: "TEXT", nullable: false),
                    TemplateHash = table.Column<string>(type: "TEXT", nullable: false),
                    Recipients = table.Column<string>(type: "TEXT", nullable: false),
                    PerDay = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RequestedBy = table.Column<string>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<string>(type: "TEXT", nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedBy = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Standing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StandingUses",
                columns: table => new
                {
                    StandingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingUses", x => new { x.StandingId, x.Day });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_Standing",
                table: "Proposals",
                column: "Standing");

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_Subject",
                table: "Ledger",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_Standing_GrantKey",
                table: "Standing",
                column: "GrantKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Standing");

            migrationBuilder.DropTable(
                name: "StandingUses");

            migrationBuilder.DropIndex(
                name: "IX_Proposals_Standing",
                table: "Proposals");

            migrationBuilder.DropIndex(
                name: "IX_Ledger_Subject",
                table: "Ledger");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "Page",
                table: "Presentations");

            migrationBuilder.DropColumn(
                name: "Pages",
                table: "Presentations");
        }
    }
}
